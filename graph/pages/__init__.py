"""What have the pages of the site and of the application in common?"""
