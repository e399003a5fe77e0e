import Registry

/// The same JSON that `Encodable` gives. It is written directly because it leaves with every check, and the general
/// encoder takes a tenth of the time that a check takes as a whole. Answers that found documents, vehicles or persons,
/// or read a zone, are few and go through the general encoder.
extension CheckAnswer {
    var json: [UInt8] {
        if !documents.isEmpty || !vehicles.isEmpty || !persons.isEmpty || zone != nil {
            return JSONAnswer.bytes(self)
        }
        var writer = JSONWriter(capacity: 512 + 1_024 * candidates.count)
        writer.put("id", id)
        writer.put("time", time)
        writer.objects("candidates", candidates) { writer, candidate in candidate.write(to: &writer) }
        writer.put("documents", [String]())
        writer.put("vehicles", [String]())
        writer.put("persons", [String]())
        writer.put("total", total)
        writer.put("totalIsLowerBound", totalIsLowerBound)
        writer.put("includesNearNumbers", includesNearNumbers)
        writer.put("nearNotListed", nearNotListed)
        writer.put("advice", advice)
        return writer.finishBytes()
    }
}

extension CheckAnswer.Candidate {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object("record") { record.write(to: &$0) }
        if let number {
            writer.object("number") { writer in
                writer.put("part", number.part)
                writer.put("text", number.text)
                writer.put("state", number.state)
                writer.put("normalised", number.normalised)
            }
        }
        writer.put("score", score)
        writer.objects("reasons", reasons) { writer, reason in
            writer.put("code", reason.code)
            writer.put("weight", reason.weight)
            writer.put("arguments", reason.arguments)
            writer.put("text", reason.text)
        }
        writer.put("report", report)
    }
}

extension RecordSummaryAnswer {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.put("number", number)
        writer.put("bureau", bureau)
        writer.put("class", `class`)
        writer.put("status", status)
        writer.put("handling", handling)
        writer.put("serial", serial)
        writer.put("make", make)
        writer.put("model", model)
        writer.put("calibre", calibre)
        writer.put("type", type)
        writer.put("country", country)
        writer.put("changedAt", changedAt)
    }
}
