"""Models: in which tables does the ledger stand?

``Act`` and ``Entry`` are the log and the legal record; ``Span`` is derived from it and can be rebuilt at any time.
"""

from django.db import models

FOREVER = "9999-12-31"


class Act(models.Model):
    """One import or deed: the link of the hash chain over all entries it brought."""

    recorded_at = models.DateTimeField()
    kind = models.CharField(max_length=20)
    name = models.TextField()
    actor = models.CharField(max_length=80)
    backfilled = models.BooleanField()
    entries = models.PositiveIntegerField()
    root = models.CharField(max_length=64)
    link = models.CharField(max_length=64)

    class Meta:
        db_table = "act"

    def __str__(self) -> str:
        return f"{self.pk} {self.kind} {self.name}"


class Entry(models.Model):
    """Something said: `body` is its canonical JSON, whose SHA-256 begins with the digits of `id`."""

    id = models.CharField(primary_key=True, max_length=18)
    act = models.ForeignKey(Act, on_delete=models.PROTECT)
    place_in_act = models.PositiveIntegerField()
    kind = models.CharField(max_length=1)
    fact = models.TextField()
    source = models.CharField(max_length=80)
    record = models.CharField(max_length=80)
    body = models.TextField()
    place = models.TextField()
    known_from = models.DateField()
    ordered = models.BooleanField()

    class Meta:
        db_table = "entry"
        indexes = (
            models.Index(fields=["fact"], name="entry_by_fact"),
            models.Index(fields=["source"], name="entry_by_source"),
            models.Index(fields=["record"], name="entry_by_record"),
        )

    def __str__(self) -> str:
        return self.id


class Span(models.Model):
    """From which day to which (not counted in) an entry is what is known of its fact."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True)
    kind = models.CharField(max_length=1)
    known_from = models.DateField()
    known_to = models.DateField()

    class Meta:
        db_table = "span"
        indexes = (models.Index(fields=["kind", "known_from", "known_to"], name="span_by_day"),)

    def __str__(self) -> str:
        return f"{self.entry_id} {self.known_from}..{self.known_to}"
