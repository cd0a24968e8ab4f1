/** Adds to the drawing what styles alone cannot: the walk after a choice, and the outcome said aloud. */

class OneSheetTwoPrints extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('change', (event) => {
      if (!(event.target instanceof HTMLInputElement)) return
      this.dataset.touched = ''
      const isInRegister = event.target.value === 'canonical'
      const status = this.querySelector('[role="status"]')
      if (status) status.textContent = (isInRegister ? this.dataset.inRegisterText : this.dataset.outText) ?? ''
    })
  }
}

customElements.define('one-sheet-two-prints', OneSheetTwoPrints)
