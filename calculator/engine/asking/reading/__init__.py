"""What people type as days, months, numbers and amounts: every way in which a text can be read.

Pure, the same in every language and place. Each reader gives all readings there are; replies.py takes the
one that a question can mean, and asks back where there are more.
"""
