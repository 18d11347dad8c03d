"""Make the media shipped under resources/demo/media: a call, a counter video, a photo and a letter.

Everything is drawn or synthesised: the voices are espeak-ng, the people are shapes, the city and its people are
invented. Needs the ``espeak-ng`` command and the development packages (PyAV encodes with x264 and FFmpeg's AAC; none
of that is shipped with the program). Run ``python tools/make_demo_media.py [FOLDER]``.
"""

from __future__ import annotations

import io
import math
import subprocess
import sys
import wave
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from pypinyin import Style, lazy_pinyin

ROOT = Path(__file__).resolve().parents[1]
COMPLAINT = (
    "今天上午在澜东营业厅办过户,3号窗口的工作人员一直低头看手机,我问了两遍才抬头说“自己看墙上”。态度太差,要求道歉。"
)
SPOKEN = COMPLAINT.replace("3号", "三号").translate(str.maketrans({"“": ",", "”": ""}))
VIDEO_START = datetime(2026, 6, 4, 2, 12, 5, tzinfo=UTC)
CALL_START = datetime(2026, 6, 4, 2, 40, 0, tzinfo=UTC)
RATE = 22050
SIZE = (640, 360)
FRAMES_PER_SECOND = 12
VIDEO_SECONDS = 15

Sound = np.ndarray


def say(text: str, *, voice: str, pitch: int, speed: int) -> Sound:
    """One sentence as samples between -1 and 1. Read from pinyin: the bare dictionary lacks many characters."""
    pinyin = " ".join(lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True))
    for mark, plain in ((",", ", "), ("。", ". "), ("?", "? "), ("，", ", "), ("？", "? ")):
        pinyin = pinyin.replace(mark, plain)
    made = subprocess.run(
        ["espeak-ng", "-v", f"cmn-latn-pinyin+{voice}", "-p", str(pitch), "-s", str(speed), "--stdout", pinyin],
        capture_output=True,
        check=True,
    ).stdout
    with wave.open(io.BytesIO(made)) as speech:
        samples = np.frombuffer(speech.readframes(speech.getnframes()), dtype="<i2")
    return samples.astype(np.float64) / 32768


def pause(seconds: float) -> Sound:
    return np.zeros(int(RATE * seconds))


def band(sound: Sound, low: float, high: float) -> Sound:
    """Keep the frequencies a telephone keeps."""
    spectrum = np.fft.rfft(sound)
    pitch = np.fft.rfftfreq(len(sound), 1 / RATE)
    spectrum *= 1 / (1 + (low / np.maximum(pitch, 1)) ** 6) / (1 + (pitch / high) ** 10)
    return np.fft.irfft(spectrum, len(sound))


def louder(sound: Sound, peak: float = 0.8) -> Sound:
    squeezed = np.tanh(sound / max(1e-9, np.abs(sound).max()) * 1.8)
    return squeezed / np.abs(squeezed).max() * peak


def call_sound(luck: np.random.Generator) -> Sound:
    speech = np.concatenate(
        [
            pause(0.5),
            say("您好,供电服务热线,请讲。", voice="f2", pitch=62, speed=185) * 0.8,
            pause(0.6),
            say(SPOKEN, voice="m3", pitch=38, speed=172),
            pause(0.5),
            say("已经为您登记,我们会核实后答复您。", voice="f2", pitch=60, speed=185) * 0.8,
            pause(0.7),
        ]
    )
    return band(louder(speech) + luck.normal(0, 0.012, len(speech)), 320, 3400)


def hall_sound(luck: np.random.Generator) -> Sound:
    """What the counter camera hears: two questions, no answer, then three words."""
    room = band(luck.normal(0, 0.05, RATE * VIDEO_SECONDS), 90, 900)
    for start, text, voice, pitch, loud in (
        (2.2, "你好,请问过户要带什么?", "m3", 38, 0.6),
        (7.0, "请问过户要带什么材料?", "m3", 44, 0.7),
        (11.6, "自己看墙上。", "f2", 52, 0.55),
    ):
        heard = louder(say(text, voice=voice, pitch=pitch, speed=185), loud)
        at = int(start * RATE)
        room[at : at + len(heard)] += heard[: len(room) - at]
    return room


def write_sound(container: av.container.OutputContainer, stream: av.AudioStream, sound: Sound, rate: int) -> None:
    whole = np.interp(np.arange(0, len(sound), RATE / rate), np.arange(len(sound)), sound)
    samples = (np.clip(whole, -1, 1) * 32767).astype(np.int16)
    for at in range(0, len(samples), 1024):
        frame = av.AudioFrame.from_ndarray(samples[at : at + 1024].reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = rate, at, Fraction(1, rate)
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def make_call(path: Path) -> None:
    with av.open(str(path), "w", format="mp4", options={"movflags": "faststart"}) as container:
        container.metadata.update(creation_time=CALL_START.isoformat(), title="来电录音 95598")
        stream = container.add_stream("aac", rate=8000)
        stream.layout, stream.bit_rate = "mono", 24000
        write_sound(container, stream, call_sound(np.random.default_rng(1)), 8000)


def font(size: float, weight: str = "400Regular") -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(ROOT / "resources" / "fonts" / f"NotoSansSC_{weight}.ttf"), size)


def background() -> Image.Image:
    """The hall behind the counter, at twice the size so that edges come out smooth."""
    picture = Image.new("RGB", (SIZE[0] * 2, SIZE[1] * 2), "#5d6b6c")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 1280, 130), fill="#434e50")
    for left in (120, 470, 820, 1120):
        draw.polygon(((left, 58), (left + 170, 44), (left + 158, 72), (left - 8, 88)), fill="#cfd8d4")
    draw.polygon(((0, 170), (1280, 122), (1280, 190), (0, 246)), fill="#176a63")
    draw.text((110, 176), "临澜供电 · 澜东营业厅", font=font(34, "600SemiBold"), fill="#dfeeec")
    draw.rectangle((40, 300, 150, 420), fill="#536162", outline="#6d7b7c", width=3)
    draw.rectangle((1120, 220, 1230, 340), fill="#e8ebe4", outline="#8a9493", width=4)
    draw.text((1134, 228), "过户须知", font=font(22, "600SemiBold"), fill="#41504f")
    for line in range(5):
        draw.line((1136, 266 + line * 14, 1214 - line % 2 * 16, 266 + line * 14), fill="#7d8886", width=3)
    draw.rounded_rectangle((800, 224, 1060, 330), 8, fill="#131b1c")
    draw.text((828, 236), "A012 请到 3 号", font=font(32, "600SemiBold"), fill="#f0b35a")
    draw.text((828, 286), "等候 6 人 约 14 分", font=font(22), fill="#9fb0ae")
    return picture


def scene(still: Image.Image, second: float) -> Image.Image:
    """One frame: the clerk looks at a phone until the second question, then points at the wall."""
    picture = still.copy()
    draw = ImageDraw.Draw(picture)
    up = min(1.0, max(0.0, (second - 10.6) / 0.7))
    sway = math.sin(second * 1.3) * 3
    lean = 14 * math.exp(-(((second - 3) / 1.2) ** 2)) + 20 * math.exp(-(((second - 8) / 1.4) ** 2))
    head_y = 330 - 26 * up
    draw.polygon(((640, 560), (672, 430), (740, 396), (820, 396), (888, 430), (920, 560)), fill="#1f5650")
    draw.polygon(((752, 396), (780, 450), (808, 396)), fill="#e9efee")
    draw.ellipse((736, head_y - 60, 824, head_y + 46), fill="#c79a78")
    draw.pieslice((728, head_y - 76, 832, head_y + 40), 175 - 40 * (1 - up), 365, fill="#211c1b")
    if up > 0.4:
        draw.ellipse((758, head_y - 8, 768, head_y + 2), fill="#30251f")
        draw.ellipse((792, head_y - 8, 802, head_y + 2), fill="#30251f")
    draw.line((900, 470, 900 + 170 * up, 540 - 200 * up), fill="#1f5650", width=44)
    if up > 0.2:
        draw.ellipse((1050 * up + 20, 320 + 200 * (1 - up), 1090 * up + 26, 362 + 200 * (1 - up)), fill="#c79a78")
    glow = int(200 + 30 * math.sin(second * 7))
    drop = 70 * up
    draw.rounded_rectangle((756, 486 + drop, 806, 566 + drop), 8, fill="#0c1112")
    draw.rectangle((762, 494 + drop, 800, 556 + drop), fill=(90, 140, glow))
    draw.polygon(((420, 560), (1280, 500), (1280, 720), (330, 720)), fill="#8b8375")
    draw.polygon(((420, 560), (1280, 500), (1280, 522), (416, 584)), fill="#a39a8a")
    draw.polygon(((980, 352), (1130, 372), (1124, 486), (978, 470)), fill="#11191a")
    draw.rounded_rectangle((468, 520, 560, 596), 6, fill="#176a63")
    draw.text((500, 522), "3", font=font(52, "600SemiBold"), fill="#ffffff")
    draw.polygon(((610, 596), (800, 572), (826, 606), (640, 634)), fill="#eef0ea")
    x = 300 + sway + lean
    draw.polygon(
        ((x - 150, 720), (x - 120, 500), (x - 40, 436), (x + 60, 436), (x + 130, 510), (x + 160, 720)), fill="#6d3e47"
    )
    draw.line((x + 110, 540, x + 250 + lean, 606), fill="#6d3e47", width=56)
    draw.ellipse((x + 236 + lean, 584, x + 290 + lean, 630), fill="#c79a78")
    draw.ellipse((x - 62, 250, x + 78, 440), fill="#201a19")
    return picture.resize(SIZE, Image.Resampling.LANCZOS)


def overlay(picture: Image.Image, moment: datetime) -> Image.Image:
    draw = ImageDraw.Draw(picture)
    text = (moment + timedelta(hours=8)).strftime("%Y-%m-%d  %H:%M:%S")
    for place, words in (((14, 10), text), ((452, 10), "澜东营业厅 CAM-03")):
        draw.text(place, words, font=font(19, "500Medium"), fill="white", stroke_width=2, stroke_fill="#000000")
    return picture


def make_video(path: Path) -> None:
    luck = np.random.default_rng(2)
    with av.open(str(path), "w", format="mp4", options={"movflags": "faststart"}) as container:
        container.metadata.update(creation_time=VIDEO_START.isoformat(), title="澜东营业厅 CAM-03")
        video = container.add_stream("libx264", rate=FRAMES_PER_SECOND, options={"crf": "27", "preset": "slow"})
        video.width, video.height = SIZE
        video.pix_fmt = "yuv420p"
        audio = container.add_stream("aac", rate=16000)
        audio.layout, audio.bit_rate = "mono", 32000
        still = background()
        grain = luck.normal(0, 2.2, (SIZE[1], SIZE[0], 1))
        for number in range(VIDEO_SECONDS * FRAMES_PER_SECOND):
            second = number / FRAMES_PER_SECOND
            picture = np.asarray(scene(still, second), dtype=np.float64) * 0.94 + grain
            drawn = Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8))
            frame = av.VideoFrame.from_image(overlay(drawn, VIDEO_START + timedelta(seconds=int(second))))
            frame.pts, frame.time_base = number, Fraction(1, FRAMES_PER_SECOND)
            container.mux(video.encode(frame))
        container.mux(video.encode(None))
        write_sound(container, audio, hall_sound(luck), 16000)


def make_photo(path: Path) -> None:
    """The notice on the wall, as the customer's phone took it."""
    notice = Image.new("RGB", (760, 560), "#f4f1e6")
    draw = ImageDraw.Draw(notice)
    draw.rectangle((0, 0, 760, 84), fill="#176a63")
    draw.text((210, 16), "过户业务 所需材料", font=font(38, "600SemiBold"), fill="white")
    for line, text in enumerate(
        (
            "一、双方有效身份证明",
            "二、房屋产权证明或购房合同",
            "三、结清电费的凭据",
            "四、用电业务办理申请单",
            "（2019 年 3 月印制）",
        )
    ):
        draw.text((70, 124 + line * 78), text, font=font(34), fill="#2b3433")
    wall = Image.new("RGB", (1280, 960), "#a9b0ac")
    shade = Image.new("L", (1280, 960), 0)
    ImageDraw.Draw(shade).ellipse((-200, -300, 1300, 1200), fill=200)
    wall = Image.composite(Image.new("RGB", wall.size, "#c6cbc5"), wall, shade.filter(ImageFilter.GaussianBlur(180)))
    tilted, mask = (
        layer.rotate(-2.4, expand=True, resample=Image.Resampling.BICUBIC)
        for layer in (notice, Image.new("L", notice.size, 255))
    )
    wall.paste(tilted, (250, 180), mask)
    ImageDraw.Draw(wall).line((250, 860, 1150, 900), fill="#8d9591", width=6)
    photo = wall.filter(ImageFilter.GaussianBlur(0.7))
    exif = Image.Exif()
    exif[0x0110] = "Demo Phone"
    exif[0x010E] = "Invented scene, drawn by tools/make_demo_media.py"
    exif.get_ifd(0x8769).update({0x9003: "2026:06:04 10:20:31", 0x9011: "+08:00"})
    photo.save(path, quality=72, exif=exif)


def make_letter(path: Path) -> None:
    """A letter as a flat-bed scanner of the hall sees it: a little turned, grey paper, one fold."""
    page = Image.new("L", (1000, 1414), 246)
    draw = ImageDraw.Draw(page)
    draw.text((360, 120), "情 况 说 明", font=font(52, "500Medium"), fill=40)
    body = "澜东营业厅:" + "\n" + COMPLAINT + "\n我当时取的号是A012,窗口上方有摄像头,请调取录像核实。"
    y = 250
    for paragraph in body.replace(",", "，").replace(":", "：").split("\n"):
        line = "" if paragraph.endswith("：") else "　　"
        for character in paragraph:
            if len(line) >= 22 and character not in "，。”：":
                draw.text((110, y), line, font=font(35), fill=52)
                line, y = "", y + 66
            line += character
        draw.text((110, y), line, font=font(35), fill=52)
        y += 74
    draw.text((600, y + 70), "客户：苏若溪", font=font(35), fill=48)
    draw.text((600, y + 140), "2026 年 6 月 4 日", font=font(35), fill=48)
    for line in range(1, 15):
        draw.line((100, 236 + line * 66, 900, 236 + line * 66), fill=222, width=1)
    draw.line((0, 707, 1000, 711), fill=226, width=5)
    scan = page.rotate(0.7, resample=Image.Resampling.BICUBIC, fillcolor=205)
    grain = np.random.default_rng(3).normal(0, 2.5, (scan.height, scan.width))
    dotted = np.clip(np.asarray(scan, dtype=np.float64) + grain, 0, 255).astype(np.uint8)
    exif = Image.Exif()
    exif[0x0132] = "2026:06:05 09:52:10"
    Image.fromarray(dotted).save(path, quality=58, dpi=(120, 120), exif=exif)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "demo" / "media"
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in (
        ("complaint-call.m4a", make_call),
        ("counter-video.mp4", make_video),
        ("wall-notice.jpg", make_photo),
        ("letter-scan.jpg", make_letter),
    ):
        make(folder / name)
        print(f"{name:20} {(folder / name).stat().st_size / 1000:8.1f} kB")


if __name__ == "__main__":
    main()
