extension Array where Element: BitwiseCopyable {
    /// As `withUnsafeBytes`, for bodies that throw one type of error.
    func withUnsafeBytesTyped<Value>(
        _ body: (UnsafeRawBufferPointer) throws(SurfacesError) -> Value
    ) throws(SurfacesError) -> Value {
        let result = unsafe withUnsafeBytes { buffer in
            Result { () throws(SurfacesError) in try unsafe body(buffer) }
        }
        return try result.get()
    }
}
