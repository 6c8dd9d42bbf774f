"""What readers reply, where several tests give the same."""

# One ordinary month of an ordinary employee, whose amounts are known
MONTH = {
    "month": "2026-11",
    "role": "ordinary",
    "worker": "citizen",
    "wages": "2450",
    "age": "35",
    "lindung24": "takes_part",
}
