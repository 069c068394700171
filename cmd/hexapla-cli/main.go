// Command hexapla-cli does what the window does, from a shell: it aligns, compares and collates
// versions, finds statements, follows positions and writes reports. It needs no display and builds
// without C.
//
// Each subcommand is a file of its own; input.go reads the files, output.go writes JSON. The JSON is a
// contract: its fields are described at the types that they are encoded from.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/spf13/cobra"
)

// Exit codes.
const (
	exitDone     = 0
	exitNothing  = 1 // nothing usable
	exitBadUsage = 2
)

// usageError is a mistake in the command's words.
type usageError struct{ error }

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// run carries out one command line and returns its exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	root := newRoot(stdout, stderr)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "hexapla-cli: %v\n", err)
		return exitBadUsage
	default:
		fmt.Fprintf(stderr, "hexapla-cli: %v\n", err)
		return exitNothing
	}
}

func newRoot(stdout, stderr io.Writer) *cobra.Command {
	c := &cli{stdout: stdout, stderr: stderr}
	root := &cobra.Command{
		Use:           "hexapla-cli",
		Short:         "Compare versions of a news story, follow actors' positions, write reports",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("there is no command %q; hexapla-cli help lists them", args[0])}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetOut(stdout)
	root.SetErr(stderr)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.PersistentFlags().BoolVar(&c.quiet, "quiet", false, "no progress, no notes on standard error")
	root.PersistentFlags().StringVar(&c.encoding, "encoding", "", "encoding of the files, where it is not found out rightly")
	root.PersistentFlags().StringToStringVar(&c.columns, "columns", nil, "which column of a table holds what, as in text=Body,date=3")
	root.AddCommand(
		newAlign(c), newDiff(c), newCollate(c), newStatements(c), newPositions(c), newMetrics(c), newReport(c), newProject(c),
	)
	return root
}

// exactly is cobra.ExactArgs with our exit code.
func exactly(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := cobra.ExactArgs(n)(cmd, args); err != nil {
			return usageError{fmt.Errorf("%s: %w", cmd.Name(), err)}
		}
		return nil
	}
}

// atLeast is cobra.MinimumNArgs with our exit code.
func atLeast(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := cobra.MinimumNArgs(n)(cmd, args); err != nil {
			return usageError{fmt.Errorf("%s: %w", cmd.Name(), err)}
		}
		return nil
	}
}
