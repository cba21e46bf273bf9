"""The map as a file: the picture shows what the layer says, and slide and page carry title, notes and mark."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile

import docx
import pandas as pd
import pytest
from PIL import Image
from pptx import Presentation

from dashboard.drawing import layers, map_picture, map_png
from dashboard.exports import map_file
from dashboard.exports.mark import Mark
from dashboard.words import legend
from dashboard.words import numbers as vi

SQUARES = {"001": 105.0, "002": 105.5}


@pytest.fixture
def sheet() -> map_file.MapSheet:
    """Two squares side by side: 4 of 20 overdue in the west, nothing known in the east; one listed case."""
    shapes = pd.DataFrame(
        [
            {
                "code": code,
                "name": name,
                "geojson": json.dumps(
                    {
                        "type": "Polygon",
                        "coordinates": [
                            [[west, 20.0], [west + 0.5, 20.0], [west + 0.5, 20.5], [west, 20.5], [west, 20.0]]
                        ],
                    }
                ),
                "label_lon": west + 0.25,
                "label_lat": 20.25,
                "basis": "schematic",
            }
            for (code, west), name in zip(SQUARES.items(), ("Huyện Tây <b>", "Thị xã Đông"), strict=True)
        ]
    )
    layer = layers.Layer(
        values={"001": 0.2},
        breaks=[],
        texts={"001": "20%", "002": vi.MISSING},
        listed={"001": 1},
        form="share",
    )
    mark = Mark(
        "Quý III/2026 · toàn tỉnh",
        ("Lưu hành nội bộ", "Từ ngày 15/6/2026 đến ngày 14/9/2026", "DỮ LIỆU MẪU"),
        dt.datetime(2026, 11, 22, 8, 0),  # noqa: DTZ001
    )
    return map_file.MapSheet(shapes, layer, "Tỷ lệ quá hạn", ["Ghi chú " + "rất dài " * 40], mark)


def pixels(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def test_picture_shows_the_colours_of_the_layer(sheet):
    image = pixels(map_png.draw(map_picture.sheet(sheet.shapes, sheet.layer, width=1000), zoom=1).png)
    west, east = image.getpixel((100, 60)), [image.getpixel((400 + step, 60)) for step in range(20)]
    shade = layers.fill("001", sheet.layer, hatch="")
    assert "#{:02x}{:02x}{:02x}".format(*west) == shade
    assert len(set(east)) > 3, "what is not known is hatched"


def test_words_are_drawn_without_any_font_of_the_system(sheet):
    """Letters are there: the same drawing without words has other pixels."""
    drawn = map_picture.sheet(sheet.shapes, sheet.layer, title="Ảnh hưởng ằ ữ ộ", width=1000)
    with_words, without = (map_png.draw(text, zoom=1).png for text in (drawn, drawn.replace("Ảnh hưởng ằ ữ ộ", "")))
    box = (12, 8, 400, 40)
    assert pixels(with_words).crop(box).getcolors() != pixels(without).crop(box).getcolors()


def test_markup_in_a_name_stays_text(sheet):
    assert "<b>" not in map_file.svg(sheet).decode()


def test_long_notes_are_broken_and_nothing_is_lost(sheet):
    text = map_file.svg(sheet).decode()
    assert text.count("rất") == 40
    assert "Ghi chú " + "rất dài " * 30 not in text


def test_legend_says_why_an_area_is_hatched(sheet):
    assert legend.SMALL_BASE in [key.words for key in layers.keys(sheet.layer)]


def test_png_is_a_picture_large_enough_for_a_projector(sheet):
    assert pixels(map_file.png(sheet)).width >= 1920


def test_slide_has_a_title_that_can_be_edited_one_picture_and_the_mark(sheet):
    made = Presentation(io.BytesIO(map_file.pptx(sheet)))
    (slide,) = made.slides
    assert slide.shapes.title.text_frame.text == "Tỷ lệ quá hạn – Quý III/2026 · toàn tỉnh"
    pictures = [shape for shape in slide.shapes if shape.shape_type == 13]
    words = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert len(pictures) == 1
    assert all(line.rstrip(".") in words for line in sheet.mark.lines)
    for shape in slide.shapes:
        assert shape.top >= 0 and shape.top + shape.height <= made.slide_height
        assert shape.left >= 0 and shape.left + shape.width <= made.slide_width


def test_page_is_one_across_with_the_picture_and_the_mark(sheet):
    made = map_file.docx(sheet)
    opened = docx.Document(io.BytesIO(made))
    words = "\n".join(paragraph.text for paragraph in opened.paragraphs)
    assert all(line in words for line in (sheet.title, sheet.mark.scope, *sheet.mark.lines))
    assert opened.sections[0].page_width > opened.sections[0].page_height
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert [name for name in parts.namelist() if name.startswith("word/media/")] == ["word/media/image1.png"]
