// Package entity finds what a text names and counts: numbers, dates, times, states and their
// peoples, bodies, persons and places, each with a span and a value that can be compared.
//
// It is for whoever compares two texts (triage), says who speaks (attribution) or pairs sentences of
// two languages (alignment). It does not say what a difference between two values means, and it
// resolves no pronouns.
//
// # Why values
//
// "Five", "5", "五" and "۵" are one number; "Aug. 8", "8 August" and "8月8日" one day; "Iranian",
// "Tehran" and "伊朗" point at one state. Each found thing therefore carries a Value in a form that
// does not depend on language, and Same says whether two of them can be the same thing. Values are
// partial where the text is: "the 11th" agrees with "11 December" and not with "the 12th".
//
// # Why spelling is apart
//
// Whether "Raisi" and "Lahey" are one man no table can tell. Names that are in no table keep their
// letters as value, and Likeness compares letters across scripts; the caller decides.
package entity
