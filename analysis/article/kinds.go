package article

// The identifiers under which acts are saved.

func (Undo) Kind() string           { return "undo" }
func (Redo) Kind() string           { return "redo" }
func (AddArticle) Kind() string     { return "add article" }
func (RemoveArticle) Kind() string  { return "remove article" }
func (SetMeta) Kind() string        { return "set metadata" }
func (EditText) Kind() string       { return "edit text" }
func (Group) Kind() string          { return "group" }
func (Ungroup) Kind() string        { return "ungroup" }
func (PinLink) Kind() string        { return "pin link" }
func (Unlink) Kind() string         { return "unlink" }
func (Review) Kind() string         { return "review" }
func (Same) Kind() string           { return "same" }
func (Term) Kind() string           { return "term" }
func (Annotate) Kind() string       { return "annotate" }
func (MergeActors) Kind() string    { return "merge actors" }
func (SplitActor) Kind() string     { return "split actor" }
func (RenameActor) Kind() string    { return "rename actor" }
func (SetStatement) Kind() string   { return "set statement" }
func (JudgeStatement) Kind() string { return "judge statement" }
func (SameUtterance) Kind() string  { return "same utterance" }
func (SplitUtterance) Kind() string { return "split utterance" }
func (Code) Kind() string           { return "code" }
func (SetIssue) Kind() string       { return "set issue" }
func (RemoveIssue) Kind() string    { return "remove issue" }
func (SetWeights) Kind() string     { return "set weights" }
func (SetEvent) Kind() string       { return "set event" }
func (RemoveEvent) Kind() string    { return "remove event" }

// What each act invalidates; Undo and Redo invalidate what the act that they name does.

func (Undo) Affects() Affects          { return AffectsNothing }
func (Redo) Affects() Affects          { return AffectsNothing }
func (AddArticle) Affects() Affects    { return AffectsText }
func (RemoveArticle) Affects() Affects { return AffectsText }
func (SetMeta) Affects() Affects       { return AffectsText }
func (EditText) Affects() Affects      { return AffectsText }
func (Group) Affects() Affects         { return AffectsStories }
func (Ungroup) Affects() Affects       { return AffectsStories }
func (PinLink) Affects() Affects       { return AffectsAlignment }
func (Unlink) Affects() Affects        { return AffectsAlignment }
func (Review) Affects() Affects        { return AffectsNothing }
func (Same) Affects() Affects          { return AffectsWording }
func (Term) Affects() Affects          { return AffectsWording }
func (Annotate) Affects() Affects      { return AffectsNothing }
func (MergeActors) Affects() Affects   { return AffectsStatements | AffectsWording }
func (SplitActor) Affects() Affects    { return AffectsStatements | AffectsWording }
func (RenameActor) Affects() Affects   { return AffectsStatements }
func (SetStatement) Affects() Affects  { return AffectsStatements }

func (JudgeStatement) Affects() Affects { return AffectsPositions }
func (SameUtterance) Affects() Affects  { return AffectsStatements }
func (SplitUtterance) Affects() Affects { return AffectsStatements }
func (Code) Affects() Affects           { return AffectsPositions }
func (SetIssue) Affects() Affects       { return AffectsPositions }
func (RemoveIssue) Affects() Affects    { return AffectsPositions }
func (SetWeights) Affects() Affects     { return AffectsPositions }
func (SetEvent) Affects() Affects       { return AffectsNothing }
func (RemoveEvent) Affects() Affects    { return AffectsNothing }
