// A classic script that uses the global: it shows the phase of the page's call, and nothing more.
(function () {
  var output = document.getElementById('state');
  var show = function (state) {
    output.textContent = state.phase;
  };
  show(CallElements.controller.state);
  CallElements.controller.subscribe(show);
})();
