"""Whether the plan can keep its promises at any minute ahead: exact, without simulation."""
