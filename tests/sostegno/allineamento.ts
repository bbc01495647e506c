/** A debt that an archive of pagoPA follows, changed on our side and looked at on theirs. */
import { iupdDi } from "../../shared/domain/gpd/allineamento.ts";
import type { Pendenza } from "../../shared/domain/pendenze/pendenza.ts";
import type { Imprevisto } from "./archivio-gpd.ts";
import { type BancoGpd, buildPendenzaAllineata } from "./gpd.ts";

export const CHIAVE = { idDominio: buildPendenzaAllineata().idDominio, iuv: buildPendenzaAllineata().iuv };
export const IUPD = iupdDi(CHIAVE);

export const carica = (banco: BancoGpd, altro: Partial<Pendenza> = {}): Promise<void> =>
  banco.store({ azione: "crea", entita: "pendenza", valore: buildPendenzaAllineata("ACA", altro) });

export const cambia = async (banco: BancoGpd, altro: Partial<Pendenza>): Promise<void> => {
  const attuale = await banco.posizioni.getPendenza(CHIAVE);
  if (!attuale) throw new Error("pendenza di prova assente");
  await banco.store({ azione: "sostituisci", entita: "pendenza", valore: { ...attuale, ...altro } });
};

export const stato = async (banco: BancoGpd) => (await banco.allineamenti.get(CHIAVE)).allineamento;
export const remoto = (banco: BancoGpd) => banco.remoto.posizioni.get(IUPD);

/** Answers to the coming calls, in order; then all goes well. */
export const imprevisti = (...elenco: readonly (Imprevisto | undefined)[]) => {
  const coda = [...elenco];
  return () => coda.shift();
};
