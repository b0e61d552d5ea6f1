"""How does a collection become a site of static pages?"""
