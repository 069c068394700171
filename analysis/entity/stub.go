package entity

type numeral struct{}
type calendarWord struct{}
