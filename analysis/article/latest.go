package article

// latest is a list of the latest item under each key, in the order in which the keys came up.
type latest[T any] struct {
	at    map[string]int
	items []*T
}

func (l *latest[T]) put(key string, item T) {
	if i, ok := l.at[key]; ok {
		l.items[i] = &item
		return
	}
	if l.at == nil {
		l.at = map[string]int{}
	}
	l.at[key] = len(l.items)
	l.items = append(l.items, &item)
}

func (l *latest[T]) drop(key string) {
	if i, ok := l.at[key]; ok {
		l.items[i] = nil
		delete(l.at, key)
	}
}

func (l *latest[T]) dropFunc(match func(T) bool) {
	for key, i := range l.at {
		if match(*l.items[i]) {
			l.drop(key)
		}
	}
}

func (l *latest[T]) list() []T {
	var out []T
	for _, item := range l.items {
		if item != nil {
			out = append(out, *item)
		}
	}
	return out
}
