import pg from 'pg';

/** The code that ends letters to the account of `email`; it stands in the head of letters alone. */
export async function endingCodeOf(databaseUrl: string, email: string): Promise<string> {
  const store = new pg.Client({ connectionString: databaseUrl });
  await store.connect();
  try {
    await store.query("SELECT set_config('app.system', 'on', false)");
    const { rows } = await store.query<{ code: string }>(
      `SELECT c.unsubscribe_code AS code FROM mail_choice c
        JOIN "user" u ON u.id = c.owner_id WHERE u.email = $1`,
      [email],
    );
    const [row] = rows;
    if (!row) throw new Error(`Nobody with the address ${email} has chosen letters.`);
    return row.code;
  } finally {
    await store.end();
  }
}
