import Registry
import Testing

@testable import Server

@Suite("The form of an import's columns")
struct ImportMappingFormTests {
    @Test("columns are read in order; those the form does not name are left out")
    func columns() {
        let form = ImportMappingForm(
            FormFields(encoded: "columns-0=serial&columns-2=make&columns-9=model&remember=yes&dayComesFirst=day"),
            columnCount: 4
        )
        #expect(form.mapping.columns == [.serial, nil, .make, nil])
        #expect(form.mapping.dayComesFirst == true)
        #expect(form.remembers)
        #expect(form.failures == [])
    }

    @Test("every wrong choice is named at its column")
    func failures() {
        let form = ImportMappingForm(
            FormFields(encoded: "columns-1=%3Cb%3E&defaultClass=x&defaultHandling=y&defaultPurpose=z&dayComesFirst=q"),
            columnCount: 2
        )
        #expect(
            form.failures.map(\.field)
                == ["columns[1]", "defaultClass", "defaultPurpose", "defaultHandling", "dayComesFirst"])
        #expect(form.mapping.dayComesFirst == nil)
    }
}
