// Package entity finds and compares numbers, dates, names and the things they stand for.
package entity
