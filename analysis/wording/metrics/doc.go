// Package metrics scores a version against references with the measures of machine translation:
// BLEU, chrF, chrF++ and TER, equal to what sacreBLEU 2 computes with its defaults.
//
// It is for those who must report such figures; they say how near the wording is to a reference, not
// whether the meaning is kept, which is triage's business.
//
// # Why sacreBLEU's numbers
//
// The measures exist in many variants that differ by several points. Post, A Call for Clarity in
// Reporting BLEU Scores (WMT 2018), settled tokenisation and smoothing; whoever quotes a score today
// means that program's. Every choice below follows it: for BLEU the tokeniser 13a and exponential
// smoothing, for chrF order 6 and beta 2 without blanks, for TER lower case and no further
// normalisation.
//
// A segment is a string; segment i of the hypothesis is scored against segment i of each reference.
package metrics
