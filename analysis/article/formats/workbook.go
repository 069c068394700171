package formats

import (
	"bytes"

	"github.com/xuri/excelize/v2"
)

// readXLSX reads the first sheet of a workbook that has texts.
func readXLSX(in input, o Options) (out found, err error) {
	defer func() {
		if recover() != nil {
			out, err = found{}, in.refuse("is damaged; open it in a spreadsheet program and save it again")
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(in.data), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: largestOpened, UnzipXMLSizeLimit: largestEntry,
	})
	if err != nil {
		return found{}, in.refuse("is damaged or locked (%v); open it in a spreadsheet program and save it again", err)
	}
	defer f.Close()
	err = in.refuse("holds no texts; there is nothing to read")
	for _, sheet := range f.GetSheetList() {
		rows, rowsErr := f.GetRows(sheet)
		if rowsErr != nil || len(rows) == 0 {
			continue
		}
		t := table{format: workbook, encoding: "utf-8", rows: rows[:min(len(rows), mostRows+1)], serial: true}
		if out, err = t.read(in, o); err == nil {
			return out, nil
		}
	}
	return found{}, err
}
