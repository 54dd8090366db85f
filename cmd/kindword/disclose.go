package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
)

// disclose prints everything that is held about a name, as JSON: what an operator
// can be made to hand over, no more and no less. It opens no seal.
func disclose(ctx context.Context, h *house, args []string, _ io.Reader, out io.Writer) error {
	held, err := h.accounts.Disclose(ctx, args[0])
	if err != nil {
		return err
	}
	if len(held) == 0 {
		return errors.New("nobody is called that here")
	}
	print := json.NewEncoder(out)
	print.SetIndent("", "  ")
	for _, one := range held {
		written, err := h.forum.Disclose(ctx, one.Name)
		if err != nil {
			return err
		}
		told, err := h.notices.Disclose(ctx, one.Name)
		if err != nil {
			return err
		}
		desk, err := h.desk.Disclose(ctx, one.Name)
		if err != nil {
			return err
		}
		if err := print.Encode(map[string]any{"account": one, "written": written, "told": told, "desk": desk}); err != nil {
			return err
		}
	}
	return nil
}
