"""What may an assistant ask of a collection, and what is it answered?"""
