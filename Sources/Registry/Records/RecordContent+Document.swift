import Firearms

extension RecordContent {
    /// The content as the JSON text that is stored; `DocumentCoding` reads it back.
    var document: String {
        var writer = JSONWriter()
        writer.put("recordClass", recordClass.rawValue)
        writer.object("firearm") { firearm.write(to: &$0) }
        writer.put("eventDate", eventDate?.description)
        writer.put("eventDateEnd", eventDateEnd?.description)
        writer.put("place", place)
        writer.put("circumstances", circumstances)
        writer.put("nationalReference", nationalReference)
        writer.put("purpose", purpose.rawValue)
        writer.put("handling", handling.rawValue)
        writer.put("hiddenFrom", hiddenFrom?.map(\.code))
        writer.put("retentionUntil", retentionUntil?.description)
        return writer.finish()
    }
}

extension Firearm {
    /// Puts the fields that are known, under the names by which they are decoded.
    fileprivate func write(to writer: inout JSONWriter) {
        func known(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }
        writer.put("type", type?.rawValue)
        writer.put("typeWritten", known(typeWritten))
        writer.put("action", action?.rawValue)
        writer.put("make", known(make))
        writer.put("makeCode", known(makeCode))
        writer.put("model", known(model))
        writer.put("calibre", known(calibre))
        writer.put("calibreCode", known(calibreCode))
        writer.put("countryOfManufacture", countryOfManufacture?.code)
        writer.put("countryOfImport", countryOfImport?.code)
        writer.put("importer", known(importer))
        writer.put("importYear", importYear)
        writer.put("yearMade", yearMade)
        writer.put("barrelLengthMillimetres", barrelLengthMillimetres)
        writer.put("finish", known(finish))
        writer.put("conversion", conversion?.rawValue)
        if !marks.isEmpty {
            writer.objects("marks", marks) { writer, mark in
                writer.put("kind", mark.kind.rawValue)
                writer.put("text", mark.text)
                writer.put("place", mark.place)
            }
        }
        if !numbers.isEmpty {
            writer.objects("numbers", numbers) { writer, number in
                writer.put("part", number.part.rawValue)
                writer.put("text", number.text)
                writer.put("state", number.state.rawValue)
            }
        }
    }
}
