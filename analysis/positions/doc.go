// Package positions codes statements on the issues of a codebook and follows each actor's stance
// over time.
//
// It is for whoever has statements with their words and wants to know who is for what. It does not
// find statements or actors (attribution does), opens no files, and draws nothing.
//
// # Why a sum of named rules
//
// A stance that nobody can check is worth nothing to a scholar. So it is not a class that a model
// puts out, but a sum of evidence: each piece names a rule, shows the words that the rule saw, and
// adds the rule's weight times what it saw. The weights stand in a table, people may look at them,
// and a person's corrections may refit them (Refit). The machine is one coder among coders: Alpha
// says how far it agrees with people, and its confidence is the measured precision of the rule that
// weighed most.
//
// # How a proposition turns words into stance
//
// "Lift the sanctions" is for the proposition that they be lifted and against the one that they be kept. The proposition
// is therefore read with the same rules as a statement, once per about phrase; that gives the sign of what is
// done to the phrase's thing. A phrase that the proposition does not use gets its sign from whether it names a good or a
// bad thing ("peace talks", "trade barriers") and from which side the proposition is on.
//
// # How a sentence is read
//
// There is no parser. Words of opinion are looked up; from each mention of the issue the reader walks
// left over the acts that bear upon it, where outer acts turn inner ones round ("oppose lifting the sanctions"),
// and right over what is said of it. Who acts decides what an act tells: what the speaker does or
// wants is a position, what others do is mostly news, and a breach by others a complaint. Of languages
// other than English less is known of word order, and their sentences are read more simply.
//
// # Time
//
// Positions and curves are means over utterances, never over reports of them; their bands are bootstraps over
// utterances with the corrections that few values need. Nothing here is random, and nothing depends on the
// order of its arguments.
package positions
