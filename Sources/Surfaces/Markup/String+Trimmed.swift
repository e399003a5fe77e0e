extension String {
    /// The text without space around it.
    var trimmed: String {
        var text = self[...]
        text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
