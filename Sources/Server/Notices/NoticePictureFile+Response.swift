import Hummingbird
import NIOCore
import Registry

extension NoticePictureFile {
    /// The picture as an answer.
    func response(cacheControl: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: mediaType, .cacheControl: cacheControl],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}
