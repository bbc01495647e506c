/** What was made by who has no credentials: kept by its own browser in a signed cookie, not by us. It names codes only, no person. */

export interface PosizioneCreata {
  readonly idDominio: string;
  readonly iuv: string;
}

export interface SessioneAnonima {
  readonly posizioni: readonly PosizioneCreata[];
  readonly pagamenti: readonly string[];
}

/** What a cookie holds with room to spare; the oldest leave. */
const MASSIMO = 10;

const ultimi = <T>(vecchi: readonly T[], nuovi: readonly T[], nomeDi: (voce: T) => string): readonly T[] => {
  const nomi = new Set(nuovi.map(nomeDi));
  return [...vecchi.filter((voce) => !nomi.has(nomeDi(voce))), ...nuovi].slice(-MASSIMO);
};

export const addASessione = (sessione: SessioneAnonima | undefined, nuovi: Partial<SessioneAnonima>): SessioneAnonima => ({
  posizioni: ultimi(sessione?.posizioni ?? [], nuovi.posizioni ?? [], ({ idDominio, iuv }) => `${idDominio}#${iuv}`),
  pagamenti: ultimi(sessione?.pagamenti ?? [], nuovi.pagamenti ?? [], (id) => id),
});
