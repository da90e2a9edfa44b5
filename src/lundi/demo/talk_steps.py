"""What was said about the pulses of a board as steps: updates, replies, likes and notes."""

from random import Random

from lundi.core.clock import as_datetime
from lundi.core.work import Work
from lundi.demo.moments import moment, working_moment
from lundi.demo.people import JOINED
from lundi.demo.plan import Board, Note, Thread
from lundi.demo.pulse_steps import HOUR, YESTERDAY, Birth, pick_present
from lundi.demo.story import Act, Made, Step
from lundi.domains.conversation.actions import like_update, post_update, reply_to_update
from lundi.domains.conversation.note_actions import create_note

REMARKS_OF_EACH = 3
ANSWERS = ("<p>Thanks!</p>", "<p>Good to know.</p>", "<p>Seen. I take it from here.</p>")


def talk_steps(board: Board, births: list[Birth], rng: Random) -> list[Step]:
    steps = [Step(moment(note.at), note.author, _write_note(board, note)) for note in board.notes]
    for thread in (*board.threads, *_small_talk(board, births, rng)):
        steps += _thread_steps(board, thread, rng)
    return steps


def _small_talk(board: Board, births: list[Birth], rng: Random) -> list[Thread]:
    """The board's remarks, each about some pulses that are not talked about otherwise."""
    busy = {thread.pulse for thread in board.threads} | set(board.archived)
    quiet = [birth for birth in births if birth.title not in busy and not birth.group.archived]
    remarks = board.remarks * REMARKS_OF_EACH
    talk = []
    for birth, remark in zip(rng.sample(quiet, len(remarks)), remarks, strict=True):
        at = max(
            working_moment(rng, as_datetime(birth.moment).date(), YESTERDAY), birth.moment + HOUR
        )
        author = pick_present(board, rng, at)
        others = [key for key in board.writers if key != author and JOINED[key] < at]
        likes = rng.sample(others, rng.randint(0, min(2, len(others))))
        answers = [(rng.choice(others), rng.choice(ANSWERS))] if rng.random() < 0.3 else []
        talk.append(
            Thread(
                pulse=birth.title,
                at=f"{as_datetime(at):%Y-%m-%d %H:%M:%S}",
                author=author,
                html=remark,
                replies=tuple(answers),
                likes=tuple(likes),
            )
        )
    return talk


def _thread_steps(board: Board, thread: Thread, rng: Random) -> list[Step]:
    """Answers and likes follow within the hour, one after the other."""
    at = moment(thread.at)
    steps = [Step(at, thread.author, _post(board, thread))]
    for author, html in thread.replies:
        at += rng.randint(3, 24) * HOUR // 60
        steps.append(Step(at, author, _reply(board, thread, html)))
    at = moment(thread.at)
    for key in thread.likes:
        at += rng.randint(2, 15) * HOUR // 60
        steps.append(Step(at, key, _like(board, thread)))
    return steps


def _key(board: Board, thread: Thread) -> tuple[str, str, int]:
    return board.name, thread.pulse, moment(thread.at)


def _post(board: Board, thread: Thread) -> Act:
    async def post(work: Work, made: Made) -> None:
        posted = await post_update(
            work,
            made.pulses[board.name, thread.pulse],
            made.people[thread.author].id,
            thread.html,
            announcement=thread.announcement,
        )
        made.updates[_key(board, thread)] = posted.update.id

    return post


def _reply(board: Board, thread: Thread, html: str) -> Act:
    async def reply(work: Work, made: Made) -> None:
        await reply_to_update(work, made.updates[_key(board, thread)], work.acting_id or 0, html)

    return reply


def _like(board: Board, thread: Thread) -> Act:
    async def like(work: Work, made: Made) -> None:
        await like_update(work, made.updates[_key(board, thread)], work.acting_id or 0)

    return like


def _write_note(board: Board, note: Note) -> Act:
    async def write_note(work: Work, made: Made) -> None:
        await create_note(
            work,
            made.pulses[board.name, note.pulse],
            author_id=made.people[note.author].id,
            title=note.title,
            content=note.content,
            owners_only=note.owners_only,
        )

    return write_note
