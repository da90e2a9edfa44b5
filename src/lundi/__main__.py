"""The program `lundi`, and `python -m lundi`."""

import gc


def main() -> None:
    # All that is loaded stays: to look through it for garbage again and again takes a tenth of the start.
    gc.disable()
    from lundi import cli  # noqa: PLC0415

    gc.freeze()
    gc.enable()
    cli.main()


if __name__ == "__main__":
    main()
