package article

import (
	"encoding/json"
	"fmt"
	"reflect"
)

// EncodeAct returns the act as JSON; its Kind is kept beside it.
func EncodeAct(a Act) ([]byte, error) {
	if u, ok := a.(Foreign); ok {
		return u.JSON, nil
	}
	data, err := json.Marshal(a)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be saved: %w", a.Kind(), err)
	}
	return data, nil
}

// DecodeAct reads back what EncodeAct wrote. An act of a kind that this program does not know is
// kept as it is; one that is not JSON of its kind is an error.
func DecodeAct(kind string, data []byte) (Act, error) {
	zero, ok := kinds[kind]
	if !ok {
		return Foreign{Name: kind, JSON: data}, nil
	}
	value := reflect.New(reflect.TypeOf(zero))
	if err := json.Unmarshal(data, value.Interface()); err != nil {
		return nil, fmt.Errorf("damaged decision %q: %w", kind, err)
	}
	return value.Elem().Interface().(Act), nil
}

// Foreign is an act that another version of the program wrote. It decides nothing here, and is
// listed and saved on, never dropped.
type Foreign struct {
	Name string
	JSON json.RawMessage
}

// Kind is the kind as found.
func (f Foreign) Kind() string { return f.Name }

// Affects nothing, as its meaning is not known.
func (f Foreign) Affects() Affects { return AffectsNothing }

// kinds holds a zero act of each kind.
var kinds = func() map[string]Act {
	out := map[string]Act{}
	for _, a := range []Act{
		Undo{}, Redo{}, AddArticle{}, RemoveArticle{}, SetMeta{}, EditText{}, Group{}, Ungroup{},
		PinLink{}, Unlink{}, Review{}, Same{}, Term{}, Annotate{},
		MergeActors{}, SplitActor{}, RenameActor{}, SetStatement{}, JudgeStatement{},
		SameUtterance{}, SplitUtterance{}, Code{}, SetIssue{}, RemoveIssue{}, SetWeights{}, SetEvent{}, RemoveEvent{},
	} {
		out[a.Kind()] = a
	}
	return out
}()
