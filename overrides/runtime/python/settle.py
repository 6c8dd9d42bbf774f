# mypy: ignore-errors
import gc

gc.collect()
gc.collect()
gc.freeze()
