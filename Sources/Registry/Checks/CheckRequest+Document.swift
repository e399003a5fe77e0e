import Firearms

extension CheckRequest {
    /// The request as the JSON text that is stored; `DocumentCoding` reads it back.
    var document: String {
        var writer = JSONWriter(capacity: 128)
        writer.put("serial", serial)
        writer.put("make", make)
        writer.put("model", model)
        writer.put("calibre", calibre)
        writer.put("type", type?.rawValue)
        writer.put("country", country?.code)
        writer.put("purpose", purpose.rawValue)
        writer.put("place", place)
        writer.put("device", device)
        writer.put("operation", operation)
        writer.put("reference", reference)
        return writer.finish()
    }
}
