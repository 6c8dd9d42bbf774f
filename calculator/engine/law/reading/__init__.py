"""Reading the files of the law: what is sound, or what is wrong and what to do about it."""
