import gc

gc.collect()
gc.collect()
gc.freeze()
