"""Articles written for the tests; a line of each is its title."""

FLOOD = (
    "Lũ quét cuốn trôi cầu Bản Pát ở Mường Lống\n"
    "Trận lũ quét rạng sáng nay cuốn trôi cầu treo Bản Pát, xã Mường Lống, làm ba người mất tích.\n"
    "Chính quyền xã Mường Lống huy động dân quân tìm kiếm người mất tích dọc suối Nậm Cắn."
)
MISSING = (
    "Ba người mất tích khi lũ quét làm sập cầu Bản Pát\n"
    "Ba người mất tích sau khi cầu treo Bản Pát bị lũ quét cuốn trôi.\n"
    "Dân quân xã Mường Lống vẫn tìm kiếm dọc suối Nậm Cắn."
)
REBUILT = (
    "Khởi công cầu Bản Pát mới\n"
    "Huyện khởi công cầu Bản Pát mới ở xã Mường Lống, thay cầu treo bị lũ quét cuốn trôi.\n"
    "Trận lũ quét hồi tháng 6 làm ba người mất tích trên suối Nậm Cắn."
)
FILM = (
    "Phim Mùa Chanh Đắng đoạt giải ở Busan\n"
    "Bộ phim Mùa Chanh Đắng của đạo diễn Lê Hoài Vy được trao giải ở liên hoan phim Busan."
)
