"""What in a draft does not fit what the collection knows of the documents that it cites?"""
