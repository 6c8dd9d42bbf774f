/** What pages side by side find in the page around them. */
interface Window {
  deskEvents?: EventSource;
}
