"""Pure text work: counting characters, filling blanks, finding figures. No clock, no network, no plan is changed."""
