package main

func ngrams(udhr, deb string) []byte { return nil }
