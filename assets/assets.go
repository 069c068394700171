// Package assets embeds what ships with the program: fonts, icons, lexicons, rules, the sample
// project, the manual and the translations of the interface.
//
// It is data only. Whoever needs a table hands Files, or a folder of it, to the package that knows
// how to read it. NOTICE.md names the origin and licence of every file.
package assets

import "embed"

// Files is the whole folder.
//
//go:embed CHANGELOG.md NOTICE.md attribution entity fonts i18n icons lexicon manual positions report sample text triage
var Files embed.FS
