/** The rotation of an application's secrets: a second one is added, tried, made the main one, and the first is revoked, without a call being refused meanwhile. */
import { type Esito, ko, ok } from "../esito.ts";
import type { Applicazione } from "./applicazione.ts";
import { ID_PRINCIPALE, MASSIMO_PER_TIPO, type Segreto, type TipoSegreto } from "./credenziali.ts";

/** A secret as it may be shown: everything but itself. */
export interface VistaSegreto {
  readonly id: string;
  readonly tipo: TipoSegreto;
  readonly principale: boolean;
  /** Absent for a password older than this record. */
  readonly creatoIl?: string;
}

export const listSegreti = ({ passwordHash, passwordDal, segreti = [] }: Applicazione): readonly VistaSegreto[] => [
  ...(passwordHash === undefined
    ? []
    : [{ id: ID_PRINCIPALE, tipo: "PASSWORD" as const, principale: true, ...(passwordDal !== undefined && { creatoIl: passwordDal }) }]),
  ...segreti.map(({ id, tipo, creatoIl }) => ({ id, tipo, principale: false, creatoIl })),
];

const withoutPassword = ({ passwordHash: _hash, passwordDal: _dal, ...resto }: Applicazione): Applicazione => resto;

const withPrincipale = (applicazione: Applicazione, { impronta, creatoIl }: Segreto): Applicazione => ({
  ...applicazione,
  passwordHash: impronta,
  passwordDal: creatoIl,
});

/** The first password is the main one. Errors: sentence in Italian naming the limit. */
export const addSegreto = (applicazione: Applicazione, segreto: Segreto): Esito<Applicazione> => {
  const uguali = listSegreti(applicazione).filter(({ tipo }) => tipo === segreto.tipo).length;
  if (uguali >= MASSIMO_PER_TIPO) return ko(`tipo: al massimo ${MASSIMO_PER_TIPO} segreti ${segreto.tipo} validi insieme, revocarne uno`);
  if (segreto.tipo === "PASSWORD" && applicazione.passwordHash === undefined) return ok(withPrincipale(applicazione, segreto));
  return ok({ ...applicazione, segreti: [...(applicazione.segreti ?? []), segreto] });
};

/** The second password takes the place of the main one, which stays valid under `nuovoId` until it is revoked. Errors: sentence in Italian. */
export const promoteSegreto = (applicazione: Applicazione, id: string, nuovoId: string): Esito<Applicazione> => {
  const segreti = applicazione.segreti ?? [];
  const scelto = segreti.find((segreto) => segreto.id === id);
  if (id === ID_PRINCIPALE) return ko("principale: lo è già");
  if (scelto?.tipo !== "PASSWORD")
    return ko("principale: solo una password diventa la principale, le chiavi valgono tutte allo stesso modo");
  const { passwordHash, passwordDal = "" } = applicazione;
  const vecchia: readonly Segreto[] =
    passwordHash === undefined ? [] : [{ id: nuovoId, tipo: "PASSWORD", impronta: passwordHash, creatoIl: passwordDal }];
  return ok(withPrincipale({ ...applicazione, segreti: [...segreti.filter((segreto) => segreto !== scelto), ...vecchia] }, scelto));
};

/** The secret stops being valid; of the main password, the other one takes the place. */
export const revokeSegreto = (applicazione: Applicazione, id: string): Applicazione => {
  const segreti = applicazione.segreti ?? [];
  if (id !== ID_PRINCIPALE) return { ...applicazione, segreti: segreti.filter((segreto) => segreto.id !== id) };
  const altra = segreti.find(({ tipo }) => tipo === "PASSWORD");
  const senza = withoutPassword(applicazione);
  return altra ? withPrincipale({ ...senza, segreti: segreti.filter((segreto) => segreto !== altra) }, altra) : senza;
};
