"""Larkspur Cargo Bikes of Bristol and its boards."""

from lundi.demo.boards.bugs import BUGS
from lundi.demo.boards.build_queue import BUILD_QUEUE
from lundi.demo.boards.catalogue import CATALOGUE
from lundi.demo.boards.finance import FINANCE
from lundi.demo.boards.firmware import FIRMWARE
from lundi.demo.boards.hiring import HIRING
from lundi.demo.boards.marketing import MARKETING
from lundi.demo.boards.northgate import NORTHGATE
from lundi.demo.boards.roadmap import ROADMAP
from lundi.demo.plan import Board

NAME = "Larkspur Cargo Bikes"
SLUG = "larkspur-cargo-bikes"
PLAN = "enterprise"
FOUNDED = "2025-09-01 08:00"

BOARDS: tuple[Board, ...] = (
    ROADMAP,
    BUGS,
    BUILD_QUEUE,
    FINANCE,
    MARKETING,
    HIRING,
    NORTHGATE,
    FIRMWARE,
    CATALOGUE,
)
