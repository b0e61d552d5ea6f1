"""What is counted and searched without reading the graph?"""
