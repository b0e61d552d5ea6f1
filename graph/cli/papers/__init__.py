"""Which commands go to the files themselves, where they lie and as they arrive?"""
