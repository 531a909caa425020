//! The browser's workers for pages, as far as they are needed here.

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{EventTarget, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration};

/// The worker, beside the page.
const WORKER: &str = "worker.js";

/// The one name of a policy that the page's own policy allows.
const POLICY: &str = "worker";

thread_local! {
    /// The address of the worker as one that counts as a script's; a policy can be made once.
    static ADDRESS: Option<JsValue> = trusted();
}

/// Those of this page.
#[derive(Clone, Debug)]
pub(super) struct Workers(ServiceWorkerContainer);

impl Workers {
    /// Where the browser has any for this page.
    pub(super) fn here() -> Option<Workers> {
        let container = Reflect::get(&window().navigator(), &"serviceWorker".into()).ok()?;
        container.dyn_into().ok().map(Workers)
    }

    /// Has the worker begin, or looks for a newer one.
    pub(super) async fn register(&self) -> Result<ServiceWorkerRegistration, JsValue> {
        // `register` of `web_sys` takes texts, which are no trusted addresses.
        let register: Function = Reflect::get(&self.0, &"register".into())?.dyn_into()?;
        let address = ADDRESS.with(Clone::clone).ok_or(JsValue::NULL)?;
        let options = Object::new();
        Reflect::set(&options, &"updateViaCache".into(), &"none".into())?;
        let promise: Promise = register.call2(&self.0, &address, &options)?.dyn_into()?;
        JsFuture::from(promise).await?.dyn_into()
    }

    /// The one that this page is served by.
    pub(super) fn controller(&self) -> Option<ServiceWorker> {
        self.0.controller()
    }

    /// The one that is ready to take over.
    pub(super) async fn waiting(&self) -> Option<ServiceWorker> {
        self.registration().await?.waiting()
    }

    /// Removes the worker and all that is kept.
    pub(super) async fn remove(&self) -> Result<(), JsValue> {
        if let Some(registration) = self.registration().await {
            JsFuture::from(registration.unregister()?).await?;
        }
        let caches = window().caches()?;
        let own = format!("licensing-lab {} ", here()?);
        for name in JsFuture::from(caches.keys()).await?.dyn_into::<Array>()? {
            if let Some(name) = name.as_string().filter(|name| name.starts_with(&own)) {
                JsFuture::from(caches.delete(&name)).await?;
            }
        }
        Ok(())
    }

    /// Calls `then` when another worker has taken over.
    pub(super) fn on_change(&self, then: impl Fn() + 'static) {
        listen(&self.0, "controllerchange", then);
    }

    /// Calls `then` when a worker says something.
    pub(super) fn on_message(&self, then: impl Fn() + 'static) {
        listen(&self.0, "message", then);
    }

    async fn registration(&self) -> Option<ServiceWorkerRegistration> {
        JsFuture::from(self.0.get_registration()).await.ok()?.dyn_into().ok()
    }
}

/// Calls `then` when a worker is ready beside the one that serves this page.
pub(super) fn on_installed(registration: &ServiceWorkerRegistration, then: impl Fn() + Clone + 'static) {
    let own = registration.clone();
    let watch = move || {
        if let Some(worker) = own.installing() {
            listen(&worker, "statechange", then.clone());
        }
    };
    watch();
    listen(registration, "updatefound", watch);
}

/// Looks for a newer worker, as far as there is a network.
pub(super) async fn update(registration: ServiceWorkerRegistration) {
    if let Ok(asked) = registration.update() {
        let _ = JsFuture::from(asked).await;
    }
}

/// The folder of the page.
fn here() -> Result<String, JsValue> {
    let location = window().location();
    Ok(web_sys::Url::new_with_base("./", &format!("{}{}", location.origin()?, location.pathname()?))?.href())
}

/// The worker's address. The page's policy lets no text be the address of a script: the one policy that may be made
/// answers with this address and no other.
fn trusted() -> Option<JsValue> {
    let factory = Reflect::get(&window(), &"trustedTypes".into()).ok()?;
    if factory.is_undefined() {
        return Some(WORKER.into());
    }
    let rules = Object::new();
    let only = Closure::<dyn Fn() -> String>::new(|| WORKER.to_string()).into_js_value();
    Reflect::set(&rules, &"createScriptURL".into(), &only).ok()?;
    let make = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok()?.dyn_into::<Function>().ok();
    let policy = make(&factory, "createPolicy")?.call2(&factory, &POLICY.into(), &rules).ok()?;
    make(&policy, "createScriptURL")?.call1(&policy, &"".into()).ok()
}

/// Listens as long as the page lives.
fn listen(to: &EventTarget, name: &str, then: impl Fn() + 'static) {
    let then = Closure::<dyn Fn()>::new(then).into_js_value();
    let _ = to.add_event_listener_with_callback(name, then.unchecked_ref());
}
