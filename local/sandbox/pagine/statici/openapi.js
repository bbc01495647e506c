// Filter of the operations of an API and buttons that copy the examples: the pages say everything without them.
const filtro = document.getElementById("filtro");
if (filtro) {
  const cerca = document.getElementById("cerca");
  const trovate = document.getElementById("trovate");
  const voci = [...document.querySelectorAll(".fio-operazione")].map((voce) => ({ voce, testo: voce.textContent.toLowerCase() }));
  const filtra = () => {
    const parole = cerca.value.toLowerCase().split(/\s+/).filter(Boolean);
    let visibili = 0;
    for (const { voce, testo } of voci) {
      voce.hidden = !parole.every((parola) => testo.includes(parola));
      if (!voce.hidden) visibili += 1;
    }
    for (const gruppo of document.querySelectorAll(".fio-gruppo")) gruppo.hidden = !gruppo.querySelector(".fio-operazione:not([hidden])");
    trovate.textContent = parole.length === 0 ? "" : `Operazioni trovate: ${visibili}`;
  };
  filtro.hidden = false;
  filtro.addEventListener("submit", (evento) => evento.preventDefault());
  cerca.addEventListener("input", filtra);
  filtra();
}

for (const blocco of document.querySelectorAll(".fio-da-copiare")) {
  const bottone = document.createElement("button");
  bottone.type = "button";
  bottone.className = "btn btn-outline-primary btn-xs fio-copia";
  bottone.textContent = "Copia";
  bottone.setAttribute("aria-label", `Copia. ${blocco.getAttribute("aria-label")}`);
  const detto = document.createElement("span");
  detto.setAttribute("role", "status");
  detto.className = "fio-minore";
  bottone.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(blocco.textContent);
      detto.textContent = "Copiato";
    } catch {
      getSelection().selectAllChildren(blocco);
      detto.textContent = "Selezionato: si copia con la tastiera";
    }
  });
  const riga = document.createElement("p");
  riga.className = "fio-riga-copia";
  riga.append(bottone, detto);
  blocco.after(riga);
}
