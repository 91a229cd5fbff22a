"""Where a camera's pictures come from: a real camera, or made-up ones for the demonstration and tests.

Qt's multimedia is loaded when the first camera is opened and not before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from stationkiosk.ui.common.fonts import FAMILY

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCamera, QCameraFormat, QMediaCaptureSession, QVideoFrame, QVideoSink

NONE, IN_USE, LOST = "none", "in_use", "lost"
"""What may be wrong: there is no camera, another program has it, it was unplugged."""

FRAME_MS = 66
"""The least time between two pictures; a slow machine has half its time for everything else."""

SILENT_MS = 6000
"""How soon a camera that gives no picture counts as one that another program has."""

MOST_PIXELS = 3840 * 2160
MADE_UP = QSize(1600, 1200)


class Lens(QObject):
    """A camera that may be opened and closed.

    Signals:
        saw: a picture (QImage), some fifteen a second.
        failed: what is wrong, one of ``none``, ``in_use``, ``lost``; no picture follows.
    """

    saw = Signal(object)
    failed = Signal(str)

    def open(self) -> None:
        """Begin to give pictures."""
        raise NotImplementedError

    def close(self) -> None:
        """Give no more pictures and let go of the camera."""
        raise NotImplementedError


class _Session(Lens):
    """Qt's capture session with a sink that takes every picture out."""

    def __init__(self) -> None:
        super().__init__()
        self._session: QMediaCaptureSession | None = None
        self._sink: QVideoSink | None = None
        self._since = QElapsedTimer()
        self._pause = 0

    def _begin(self) -> QMediaCaptureSession:
        from PySide6.QtMultimedia import QMediaCaptureSession, QVideoSink

        self._session, self._sink = QMediaCaptureSession(), QVideoSink()
        self._session.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(self._came)
        self._since.invalidate()
        return self._session

    def close(self) -> None:
        """Give no more pictures and let go of the camera."""
        if self._sink is not None:
            self._sink.videoFrameChanged.disconnect(self._came)
        self._session = self._sink = None

    @Slot()
    def _came(self, frame: QVideoFrame) -> None:
        if self._since.isValid() and self._since.elapsed() < self._pause:
            return
        self._since.start()
        picture = frame.toImage()
        if not picture.isNull():
            self.saw.emit(picture)
        self._pause = max(FRAME_MS, 2 * self._since.elapsed())


class StationCamera(_Session):
    """The first camera that is connected."""

    def __init__(self) -> None:
        super().__init__()
        self._camera: QCamera | None = None
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(SILENT_MS)
        self._silence.timeout.connect(lambda: self._fail(IN_USE))

    def open(self) -> None:
        """Open the camera; pictures or ``failed`` follow."""
        from PySide6.QtMultimedia import QCamera, QMediaDevices

        device = QMediaDevices.defaultVideoInput()
        if device.isNull():
            self._fail(NONE)
            return
        self._camera = QCamera(device)
        best = _best(device.videoFormats())
        if best is not None:
            self._camera.setCameraFormat(best)
        self._camera.errorOccurred.connect(lambda _error, _words: self._fail(self._why()))
        self._begin().setCamera(self._camera)
        self._silence.start()
        self._camera.start()

    def close(self) -> None:
        """Let go of the camera."""
        self._silence.stop()
        if self._camera is not None:
            self._camera.stop()
        super().close()
        self._camera = None

    @Slot()
    def _came(self, frame: QVideoFrame) -> None:
        self._silence.start()
        super()._came(frame)

    def _why(self) -> str:
        from PySide6.QtMultimedia import QMediaDevices

        return LOST if QMediaDevices.defaultVideoInput().isNull() else IN_USE

    def _fail(self, why: str) -> None:
        QTimer.singleShot(0, self.close)
        self.failed.emit(why)


def _best(formats: list[QCameraFormat]) -> QCameraFormat | None:
    """Return the finest of the formats that are quick enough to aim with."""
    able = [
        kind
        for kind in formats
        if kind.maxFrameRate() >= 5
        and kind.resolution().width() * kind.resolution().height() <= MOST_PIXELS
    ]
    return max(able, key=lambda k: k.resolution().width() * k.resolution().height(), default=None)


class MadeUpCamera(_Session):
    """Pictures of a paper that says that it is a sample, through the same session as real ones."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._beat = QTimer(self)
        self._beat.setInterval(FRAME_MS + 14)

    def open(self) -> None:
        """Begin to send pictures."""
        from PySide6.QtMultimedia import QVideoFrameFormat, QVideoFrameInput

        kind = QVideoFrameFormat(MADE_UP, QVideoFrameFormat.PixelFormat.Format_RGBX8888)
        self._input = QVideoFrameInput(kind)
        self._begin().setVideoFrameInput(self._input)
        self._beat.timeout.connect(self._send)
        self._beat.start()

    def close(self) -> None:
        """Send no more."""
        self._beat.stop()
        super().close()

    def _send(self) -> None:
        from PySide6.QtMultimedia import QVideoFrame

        self._count += 1
        self._input.sendVideoFrame(QVideoFrame(sample_picture(self._count)))


def sample_picture(count: int) -> QImage:
    """Return a made-up paper on a table; ``count`` numbers it and moves it a little, as a hand does."""
    picture = QImage(MADE_UP, QImage.Format.Format_RGBX8888)
    picture.fill(QColor("#8d7a63"))
    painter = QPainter(picture)
    painter.translate(QPointF(300 + count % 5, 90))
    painter.rotate(-2.5)
    painter.fillRect(QRectF(0, 0, 980, 1000), QColor("#fbfaf5"))
    font = QFont(FAMILY)
    for top, pixels, words in (
        (60, 64, "样品 SAMPLE"),
        (220, 40, "收据（虚构） Receipt (made up)"),
        (310, 34, "样品小店 · 样品商品 一件"),
        (370, 34, "Sample shop · one sample"),
        (460, 40, "合计 Total  ¥ 88.00"),
        (540, 30, f"样品编号 Sample no. {count:06}"),
        (880, 30, "本页全部虚构 · all of this is made up"),
    ):
        font.setPixelSize(pixels)
        painter.setFont(font)
        painter.setPen(QColor("#1b2438"))
        painter.drawText(QRectF(70, top, 860, 90), Qt.AlignmentFlag.AlignLeft, words)
    painter.end()
    return picture


def station_lens(made_up: bool) -> Lens:
    """Return the station's camera, or the made-up one."""
    return MadeUpCamera() if made_up else StationCamera()
