/** A creditor that feeds an archive of pagoPA, for the tests of the feed and of the nightly comparison. */

import { ArchivioAllineamenti } from "../../shared/adapters/archivio/allineamenti.ts";
import { ArchivioRegistro } from "../../shared/adapters/archivio/registro.ts";
import { creaAllineamento } from "../../shared/domain/gpd/allineamento-voluto.ts";
import type { ArchivioPagoPA, ModalitaPagoPA } from "../../shared/domain/gpd/archivi.ts";
import type { Pendenza } from "../../shared/domain/pendenze/pendenza.ts";
import { COMUNE, INTERMEDIARIO } from "./anagrafica.ts";
import { createArchivioInMemoria, type Imprevisto } from "./archivio-gpd.ts";
import { buildPendenza } from "./esempi.ts";
import { createMemoria } from "./memoria.ts";

/** @param modalita of the creditor COMUNE; every other one stays SINCRONA. */
export const createBancoGpd = async (
  modalita: ModalitaPagoPA = "SINCRONA_ACA",
  prossimo: (operazione: string) => Imprevisto | undefined = () => undefined,
) => {
  const memoria = await createMemoria();
  const registro = new ArchivioRegistro(memoria.deposito);
  const intermediario = await registro.get("intermediario", INTERMEDIARIO);
  const dominio = await registro.get("dominio", COMUNE);
  if (!intermediario || !dominio) throw new Error("anagrafica di prova incompleta");
  const connettore = { url: "http://127.0.0.1:9/gpd" };
  await memoria.store(
    {
      azione: "sostituisci",
      entita: "intermediario",
      valore: { ...intermediario, servizioPagoPaACA: connettore, servizioPagoPaGPD: connettore },
    },
    { azione: "sostituisci", entita: "dominio", valore: { ...dominio, modalitaPagoPA: modalita } },
  );
  const remoto = createArchivioInMemoria(() => memoria.clock.now(), prossimo);
  const { anagrafiche, unitOfWork, clock, ids } = memoria;
  const allineamenti = new ArchivioAllineamenti(memoria.deposito);
  memoria.richieste.length = 0;
  return {
    ...memoria,
    registro,
    remoto,
    allineamenti,
    porte: { allineamenti, anagrafiche, archivio: remoto.archivio, unitOfWork, clock, ids },
  };
};

export type BancoGpd = Awaited<ReturnType<typeof createBancoGpd>>;

/** A debt that the archive follows and that nobody has announced yet. */
export const buildPendenzaAllineata = (archivio: ArchivioPagoPA = "ACA", altro: Partial<Pendenza> = {}): Pendenza =>
  buildPendenza({ dataScadenza: "2026-12-31", allineamento: creaAllineamento(archivio), ...altro });
