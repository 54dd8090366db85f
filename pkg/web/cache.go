package web

import (
	"fmt"
	"strings"
	"sync"
)

// cache remembers what was made once: parts of pages, and whole pages. Nothing is
// ever taken out because it changed: a key names one version of a thing, and that
// version never changes.
type cache[T any] struct {
	most int // things kept young; at most twice as many are kept at all

	mu         sync.Mutex
	young, old map[string]T
}

// get returns the thing called key, made by make if it is not remembered.
func (c *cache[T]) get(key string, make func() (T, error)) (T, error) {
	if made, ok := c.find(key); ok {
		return made, nil
	}
	made, err := make()
	if err == nil {
		c.keep(key, made)
	}
	return made, err
}

// find makes young again what is asked for, so that only the forgotten grow old.
func (c *cache[T]) find(key string) (T, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if made, ok := c.young[key]; ok {
		return made, true
	}
	made, ok := c.old[key]
	if ok {
		c.put(key, made)
	}
	return made, ok
}

func (c *cache[T]) keep(key string, made T) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.put(key, made)
}

func (c *cache[T]) put(key string, made T) {
	if c.young == nil || len(c.young) >= c.most {
		c.young, c.old = map[string]T{}, c.young
	}
	c.young[key] = made
}

// keyOf names what is made of parts. No two lists of parts have the same name: a
// zero byte, which nothing here holds, ends each.
func keyOf(parts ...any) string {
	var key strings.Builder
	for _, part := range parts {
		if text, ok := part.(string); ok {
			key.WriteString(text)
		} else {
			fmt.Fprint(&key, part)
		}
		key.WriteByte(0)
	}
	return key.String()
}
