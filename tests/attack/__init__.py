"""Attacks from outside on the product as it is started: hostile requests, kills, and
many readers while texts are published. Each runs long by itself (`python -m
tests.attack.requests`, `.kills`, `.readers`), and short among the slow tests.
"""
