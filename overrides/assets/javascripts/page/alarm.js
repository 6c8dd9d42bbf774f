// A time limit that can be set, set anew and taken back.

export class Alarm {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {number} seconds @param {() => void} ring */
  constructor(seconds, ring) {
    this.seconds = seconds;
    this.ring = ring;
  }

  /** Whether it was set and not taken back; it stays so when it has rung. */
  get on() {
    return this.#timer !== undefined;
  }

  /** Set it, where it is not set, or take it back. @param {boolean} on */
  set on(on) {
    if (on) this.#timer ??= setTimeout(this.ring, this.seconds * 1000);
    else {
      clearTimeout(this.#timer);
      this.#timer = undefined;
    }
  }

  /** Set it from now on, or take it back. @param {boolean} on */
  anew(on) {
    this.on = false;
    this.on = on;
  }
}
