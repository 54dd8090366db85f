package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/alecthomas/kong"
)

// file answers for the settings that stand in the operator's file.
type file struct {
	path   string
	values map[string]any
}

// readFile reads the file named by --config or KINDWORD_CONFIG, which must be
// known before the other settings are.
func readFile(args []string) (*file, error) {
	path := os.Getenv("KINDWORD_CONFIG")
	for i, arg := range args {
		if value, ok := strings.CutPrefix(arg, "--config="); ok {
			path = value
		} else if arg == "--config" && i+1 < len(args) {
			path = args[i+1]
		}
	}
	f := &file{path: path}
	if path == "" {
		return f, nil
	}
	if _, err := toml.DecodeFile(path, &f.values); err != nil {
		return nil, fmt.Errorf("read the settings in %s: %w", path, err)
	}
	return f, nil
}

// Validate refuses a setting that nobody knows: a slip of the pen must not pass
// for a setting that took.
func (f *file) Validate(app *kong.Application) error {
	known := map[string]bool{}
	for _, flag := range app.Flags {
		known[flag.Name] = len(flag.Envs) > 0 && flag.Name != "config"
	}
	for name := range f.values {
		if !known[name] {
			return fmt.Errorf("%s: there is no setting called %q; kindword config lists them", f.path, name)
		}
	}
	return nil
}

// Resolve gives way to the environment, which kong would let the file overrule.
func (f *file) Resolve(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
	for _, name := range flag.Envs {
		if os.Getenv(name) != "" {
			return nil, nil
		}
	}
	value, ok := f.values[flag.Name]
	if !ok {
		return nil, nil
	}
	if list, ok := value.([]any); ok {
		items := make([]string, len(list))
		for i, item := range list {
			items[i] = fmt.Sprint(item)
		}
		return strings.Join(items, ","), nil
	}
	return fmt.Sprint(value), nil
}
