"""Tests of the page's modules in Node, on data that this package writes."""
